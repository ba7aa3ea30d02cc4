// Generated from openapi/ by `npm run generate`. Do not edit.

var loginRequest = validate10;
function validate10(data) {
  let vErrors = null;
  let errors = 0;
  const fail = (instancePath, schemaPath, keyword, params) => {
    (vErrors ??= []).push({ instancePath, schemaPath, keyword, params });
    errors++;
  };
  if (data && typeof data == "object" && !Array.isArray(data)) {
    const tag0 = data.authType;
    if (typeof tag0 == "string") {
      if (tag0 === "1") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.account === void 0) {
            fail("", "#/oneOf/0/required", "required", { missingProperty: "account" });
          }
          if (data.authType === void 0) {
            fail("", "#/oneOf/0/required", "required", { missingProperty: "authType" });
          }
          if (data.password === void 0) {
            fail("", "#/oneOf/0/required", "required", { missingProperty: "password" });
          }
          for (const key0 in data) {
            if (!(key0 === "account" || key0 === "authType" || key0 === "password")) {
              fail("", "#/oneOf/0/additionalProperties", "additionalProperties", { additionalProperty: key0 });
            }
          }
          if (data.account !== void 0) {
            if (typeof data.account !== "string") {
              fail("/account", "#/oneOf/0/properties/account/type", "type", { type: "string" });
            }
          }
          if (data.authType !== void 0) {
            let data1 = data.authType;
            if (typeof data1 !== "string") {
              fail("/authType", "#/oneOf/0/properties/authType/type", "type", { type: "string" });
            }
            if (!(data1 === "1")) {
              fail("/authType", "#/oneOf/0/properties/authType/enum", "enum", { allowedValues: ["1"] });
            }
          }
          if (data.password !== void 0) {
            if (!(typeof data.password === "string")) {
              fail("/password", "#/oneOf/0/properties/password/type", "type", { type: "string" });
            }
          }
        } else {
          fail("", "#/oneOf/0/type", "type", { type: "object" });
        }
      } else if (tag0 === "2") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.account === void 0) {
            fail("", "#/oneOf/1/required", "required", { missingProperty: "account" });
          }
          if (data.authType === void 0) {
            fail("", "#/oneOf/1/required", "required", { missingProperty: "authType" });
          }
          if (data.captchaToken === void 0) {
            fail("", "#/oneOf/1/required", "required", { missingProperty: "captchaToken" });
          }
          for (const key1 in data) {
            if (!(key1 === "account" || key1 === "authType" || key1 === "captchaToken")) {
              fail("", "#/oneOf/1/additionalProperties", "additionalProperties", { additionalProperty: key1 });
            }
          }
          if (data.account !== void 0) {
            if (typeof data.account !== "string") {
              fail("/account", "#/oneOf/1/properties/account/type", "type", { type: "string" });
            }
          }
          if (data.authType !== void 0) {
            let data4 = data.authType;
            if (typeof data4 !== "string") {
              fail("/authType", "#/oneOf/1/properties/authType/type", "type", { type: "string" });
            }
            if (!(data4 === "2")) {
              fail("/authType", "#/oneOf/1/properties/authType/enum", "enum", { allowedValues: ["2"] });
            }
          }
          if (data.captchaToken !== void 0) {
            if (!(typeof data.captchaToken === "string")) {
              fail("/captchaToken", "#/oneOf/1/properties/captchaToken/type", "type", { type: "string" });
            }
          }
        } else {
          fail("", "#/oneOf/1/type", "type", { type: "object" });
        }
      } else {
        fail("", "#/discriminator", "discriminator", { error: "mapping", tag: "authType", tagValue: tag0 });
      }
    } else {
      fail("", "#/discriminator", "discriminator", { error: "tag", tag: "authType", tagValue: tag0 });
    }
  } else {
    fail("", "#/type", "type", { type: "object" });
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var loginResponse = validate11;
var formats0 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
function validate11(data) {
  let vErrors = null;
  let errors = 0;
  const fail = (instancePath, schemaPath, keyword, params) => {
    (vErrors ??= []).push({ instancePath, schemaPath, keyword, params });
    errors++;
  };
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code === void 0) {
      fail("", "#/anyOf/0/required", "required", { missingProperty: "code" });
    }
    if (data.msg === void 0) {
      fail("", "#/anyOf/0/required", "required", { missingProperty: "msg" });
    }
    if (data.data === void 0) {
      fail("", "#/anyOf/0/required", "required", { missingProperty: "data" });
    }
    if (data.code !== void 0) {
      let data0 = data.code;
      if (!(data0 === 0 || data0 === "0")) {
        fail("/code", "#/anyOf/0/properties/code/enum", "enum", { allowedValues: [0, "0"] });
      }
    }
    if (data.msg !== void 0) {
      if (typeof data.msg !== "string") {
        fail("/msg", "#/anyOf/0/properties/msg/type", "type", { type: "string" });
      }
    }
    if (data.data !== void 0) {
      let data2 = data.data;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.userInfo === void 0) {
          fail("/data", "#/anyOf/0/properties/data/required", "required", { missingProperty: "userInfo" });
        }
        if (data2.sessionInfo === void 0) {
          fail("/data", "#/anyOf/0/properties/data/required", "required", { missingProperty: "sessionInfo" });
        }
        if (data2.userInfo !== void 0) {
          let data3 = data2.userInfo;
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.userId === void 0) {
              fail("/data/userInfo", "#/anyOf/0/properties/data/properties/userInfo/required", "required", { missingProperty: "userId" });
            }
            if (data3.firstname === void 0) {
              fail("/data/userInfo", "#/anyOf/0/properties/data/properties/userInfo/required", "required", { missingProperty: "firstname" });
            }
            if (data3.phone === void 0) {
              fail("/data/userInfo", "#/anyOf/0/properties/data/properties/userInfo/required", "required", { missingProperty: "phone" });
            }
            if (data3.userId !== void 0) {
              if (typeof data3.userId !== "string") {
                fail("/data/userInfo/userId", "#/anyOf/0/properties/data/properties/userInfo/properties/userId/type", "type", { type: "string" });
              }
            }
            if (data3.firstname !== void 0) {
              if (typeof data3.firstname !== "string") {
                fail("/data/userInfo/firstname", "#/anyOf/0/properties/data/properties/userInfo/properties/firstname/type", "type", { type: "string" });
              }
            }
            if (data3.surname !== void 0) {
              if (typeof data3.surname !== "string") {
                fail("/data/userInfo/surname", "#/anyOf/0/properties/data/properties/userInfo/properties/surname/type", "type", { type: "string" });
              }
            }
            if (data3.phone !== void 0) {
              if (typeof data3.phone !== "string") {
                fail("/data/userInfo/phone", "#/anyOf/0/properties/data/properties/userInfo/properties/phone/type", "type", { type: "string" });
              }
            }
            if (data3.email !== void 0) {
              let data8 = data3.email;
              if (typeof data8 !== "string") {
                fail("/data/userInfo/email", "#/anyOf/0/properties/data/properties/userInfo/properties/email/type", "type", { type: "string" });
              }
              const _errs20 = errors;
              let valid4 = false;
              const _errs21 = errors;
              if (typeof data8 !== "string") {
                fail("/data/userInfo/email", "#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/0/type", "type", { type: "string" });
              }
              if (!(data8 === "")) {
                fail("/data/userInfo/email", "#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/0/enum", "enum", { allowedValues: [""] });
              }
              var _valid1 = _errs21 === errors;
              valid4 = valid4 || _valid1;
              if (!valid4) {
                const _errs23 = errors;
                if (typeof data8 === "string") {
                  if (!formats0.test(data8)) {
                    fail("/data/userInfo/email", "#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/1/format", "format", { format: "email" });
                  }
                } else {
                  fail("/data/userInfo/email", "#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/1/type", "type", { type: "string" });
                }
                var _valid1 = _errs23 === errors;
                valid4 = valid4 || _valid1;
              }
              if (!valid4) {
                fail("/data/userInfo/email", "#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf", "anyOf", {});
              } else {
                errors = _errs20;
                if (vErrors !== null) {
                  if (_errs20) {
                    vErrors.length = _errs20;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
          } else {
            fail("/data/userInfo", "#/anyOf/0/properties/data/properties/userInfo/type", "type", { type: "object" });
          }
        }
        if (data2.sessionInfo !== void 0) {
          let data9 = data2.sessionInfo;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.accessToken === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "accessToken" });
            }
            if (data9.expiresIn === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "expiresIn" });
            }
            if (data9.issuedAt === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "issuedAt" });
            }
            if (data9.refreshToken === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "refreshToken" });
            }
            if (data9.accessToken !== void 0) {
              if (!(typeof data9.accessToken === "string")) {
                fail("/data/sessionInfo/accessToken", "#/anyOf/0/properties/data/properties/sessionInfo/properties/accessToken/type", "type", { type: "string" });
              }
            }
            if (data9.expiresIn !== void 0) {
              let data11 = data9.expiresIn;
              if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                fail("/data/sessionInfo/expiresIn", "#/anyOf/0/properties/data/properties/sessionInfo/properties/expiresIn/type", "type", { type: "integer" });
              }
            }
            if (data9.issuedAt !== void 0) {
              if (typeof data9.issuedAt !== "string") {
                fail("/data/sessionInfo/issuedAt", "#/anyOf/0/properties/data/properties/sessionInfo/properties/issuedAt/type", "type", { type: "string" });
              }
            }
            if (data9.refreshToken !== void 0) {
              if (!(typeof data9.refreshToken === "string")) {
                fail("/data/sessionInfo/refreshToken", "#/anyOf/0/properties/data/properties/sessionInfo/properties/refreshToken/type", "type", { type: "string" });
              }
            }
          } else {
            fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/type", "type", { type: "object" });
          }
        }
      } else {
        fail("/data", "#/anyOf/0/properties/data/type", "type", { type: "object" });
      }
    }
  } else {
    fail("", "#/anyOf/0/type", "type", { type: "object" });
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs35 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        fail("", "#/anyOf/1/required", "required", { missingProperty: "code" });
      }
      if (data.msg === void 0) {
        fail("", "#/anyOf/1/required", "required", { missingProperty: "msg" });
      }
      if (data.code !== void 0) {
        let data14 = data.code;
        if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14)) && typeof data14 !== "string") {
          fail("/code", "#/anyOf/1/properties/code/type", "type", { type: ["integer", "string"] });
        }
        const _errs39 = errors;
        const _errs40 = errors;
        if (!(data14 === 0 || data14 === "0")) {
          fail();
        }
        var valid7 = _errs40 === errors;
        if (valid7) {
          fail("/code", "#/anyOf/1/properties/code/not", "not", {});
        } else {
          errors = _errs39;
          if (vErrors !== null) {
            if (_errs39) {
              vErrors.length = _errs39;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          fail("/msg", "#/anyOf/1/properties/msg/type", "type", { type: "string" });
        }
      }
    } else {
      fail("", "#/anyOf/1/type", "type", { type: "object" });
    }
    var _valid0 = _errs35 === errors;
    valid0 = valid0 || _valid0;
  }
  if (!valid0) {
    fail("", "#/anyOf", "anyOf", {});
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var registerUserRequest = validate12;
function validate12(data) {
  let vErrors = null;
  let errors = 0;
  const fail = (instancePath, schemaPath, keyword, params) => {
    (vErrors ??= []).push({ instancePath, schemaPath, keyword, params });
    errors++;
  };
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.firstname === void 0) {
      fail("", "#/required", "required", { missingProperty: "firstname" });
    }
    if (data.phone === void 0) {
      fail("", "#/required", "required", { missingProperty: "phone" });
    }
    if (data.captchaToken === void 0) {
      fail("", "#/required", "required", { missingProperty: "captchaToken" });
    }
    if (data.password === void 0) {
      fail("", "#/required", "required", { missingProperty: "password" });
    }
    for (const key0 in data) {
      if (!(key0 === "firstname" || key0 === "surname" || key0 === "phone" || key0 === "email" || key0 === "captchaToken" || key0 === "password")) {
        fail("", "#/additionalProperties", "additionalProperties", { additionalProperty: key0 });
      }
    }
    if (data.firstname !== void 0) {
      if (typeof data.firstname !== "string") {
        fail("/firstname", "#/properties/firstname/type", "type", { type: "string" });
      }
    }
    if (data.surname !== void 0) {
      if (typeof data.surname !== "string") {
        fail("/surname", "#/properties/surname/type", "type", { type: "string" });
      }
    }
    if (data.phone !== void 0) {
      if (typeof data.phone !== "string") {
        fail("/phone", "#/properties/phone/type", "type", { type: "string" });
      }
    }
    if (data.email !== void 0) {
      let data3 = data.email;
      if (typeof data3 !== "string") {
        fail("/email", "#/properties/email/type", "type", { type: "string" });
      }
      const _errs10 = errors;
      let valid1 = false;
      const _errs11 = errors;
      if (typeof data3 !== "string") {
        fail("/email", "#/properties/email/anyOf/0/type", "type", { type: "string" });
      }
      if (!(data3 === "")) {
        fail("/email", "#/properties/email/anyOf/0/enum", "enum", { allowedValues: [""] });
      }
      var _valid0 = _errs11 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const _errs13 = errors;
        if (typeof data3 === "string") {
          if (!formats0.test(data3)) {
            fail("/email", "#/properties/email/anyOf/1/format", "format", { format: "email" });
          }
        } else {
          fail("/email", "#/properties/email/anyOf/1/type", "type", { type: "string" });
        }
        var _valid0 = _errs13 === errors;
        valid1 = valid1 || _valid0;
      }
      if (!valid1) {
        fail("/email", "#/properties/email/anyOf", "anyOf", {});
      } else {
        errors = _errs10;
        if (vErrors !== null) {
          if (_errs10) {
            vErrors.length = _errs10;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.captchaToken !== void 0) {
      if (!(typeof data.captchaToken === "string")) {
        fail("/captchaToken", "#/properties/captchaToken/type", "type", { type: "string" });
      }
    }
    if (data.password !== void 0) {
      if (!(typeof data.password === "string")) {
        fail("/password", "#/properties/password/type", "type", { type: "string" });
      }
    }
  } else {
    fail("", "#/type", "type", { type: "object" });
  }
  validate12.errors = vErrors;
  return errors === 0;
}
var registerUserResponse = validate13;
function validate13(data) {
  let vErrors = null;
  let errors = 0;
  const fail = (instancePath, schemaPath, keyword, params) => {
    (vErrors ??= []).push({ instancePath, schemaPath, keyword, params });
    errors++;
  };
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code === void 0) {
      fail("", "#/anyOf/0/required", "required", { missingProperty: "code" });
    }
    if (data.msg === void 0) {
      fail("", "#/anyOf/0/required", "required", { missingProperty: "msg" });
    }
    if (data.data === void 0) {
      fail("", "#/anyOf/0/required", "required", { missingProperty: "data" });
    }
    if (data.code !== void 0) {
      let data0 = data.code;
      if (!(data0 === 0 || data0 === "0")) {
        fail("/code", "#/anyOf/0/properties/code/enum", "enum", { allowedValues: [0, "0"] });
      }
    }
    if (data.msg !== void 0) {
      if (typeof data.msg !== "string") {
        fail("/msg", "#/anyOf/0/properties/msg/type", "type", { type: "string" });
      }
    }
    if (data.data !== void 0) {
      let data2 = data.data;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.userId === void 0) {
          fail("/data", "#/anyOf/0/properties/data/required", "required", { missingProperty: "userId" });
        }
        if (data2.phone === void 0) {
          fail("/data", "#/anyOf/0/properties/data/required", "required", { missingProperty: "phone" });
        }
        if (data2.sessionInfo === void 0) {
          fail("/data", "#/anyOf/0/properties/data/required", "required", { missingProperty: "sessionInfo" });
        }
        if (data2.userId !== void 0) {
          if (typeof data2.userId !== "string") {
            fail("/data/userId", "#/anyOf/0/properties/data/properties/userId/type", "type", { type: "string" });
          }
        }
        if (data2.phone !== void 0) {
          if (typeof data2.phone !== "string") {
            fail("/data/phone", "#/anyOf/0/properties/data/properties/phone/type", "type", { type: "string" });
          }
        }
        if (data2.sessionInfo !== void 0) {
          let data5 = data2.sessionInfo;
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.accessToken === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "accessToken" });
            }
            if (data5.expiresIn === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "expiresIn" });
            }
            if (data5.issuedAt === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "issuedAt" });
            }
            if (data5.refreshToken === void 0) {
              fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/required", "required", { missingProperty: "refreshToken" });
            }
            if (data5.accessToken !== void 0) {
              if (!(typeof data5.accessToken === "string")) {
                fail("/data/sessionInfo/accessToken", "#/anyOf/0/properties/data/properties/sessionInfo/properties/accessToken/type", "type", { type: "string" });
              }
            }
            if (data5.expiresIn !== void 0) {
              let data7 = data5.expiresIn;
              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                fail("/data/sessionInfo/expiresIn", "#/anyOf/0/properties/data/properties/sessionInfo/properties/expiresIn/type", "type", { type: "integer" });
              }
            }
            if (data5.issuedAt !== void 0) {
              if (typeof data5.issuedAt !== "string") {
                fail("/data/sessionInfo/issuedAt", "#/anyOf/0/properties/data/properties/sessionInfo/properties/issuedAt/type", "type", { type: "string" });
              }
            }
            if (data5.refreshToken !== void 0) {
              if (!(typeof data5.refreshToken === "string")) {
                fail("/data/sessionInfo/refreshToken", "#/anyOf/0/properties/data/properties/sessionInfo/properties/refreshToken/type", "type", { type: "string" });
              }
            }
          } else {
            fail("/data/sessionInfo", "#/anyOf/0/properties/data/properties/sessionInfo/type", "type", { type: "object" });
          }
        }
      } else {
        fail("/data", "#/anyOf/0/properties/data/type", "type", { type: "object" });
      }
    }
  } else {
    fail("", "#/anyOf/0/type", "type", { type: "object" });
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs22 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        fail("", "#/anyOf/1/required", "required", { missingProperty: "code" });
      }
      if (data.msg === void 0) {
        fail("", "#/anyOf/1/required", "required", { missingProperty: "msg" });
      }
      if (data.code !== void 0) {
        let data10 = data.code;
        if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10)) && typeof data10 !== "string") {
          fail("/code", "#/anyOf/1/properties/code/type", "type", { type: ["integer", "string"] });
        }
        const _errs26 = errors;
        const _errs27 = errors;
        if (!(data10 === 0 || data10 === "0")) {
          fail();
        }
        var valid5 = _errs27 === errors;
        if (valid5) {
          fail("/code", "#/anyOf/1/properties/code/not", "not", {});
        } else {
          errors = _errs26;
          if (vErrors !== null) {
            if (_errs26) {
              vErrors.length = _errs26;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          fail("/msg", "#/anyOf/1/properties/msg/type", "type", { type: "string" });
        }
      }
    } else {
      fail("", "#/anyOf/1/type", "type", { type: "object" });
    }
    var _valid0 = _errs22 === errors;
    valid0 = valid0 || _valid0;
  }
  if (!valid0) {
    fail("", "#/anyOf", "anyOf", {});
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate13.errors = vErrors;
  return errors === 0;
}
export {
  loginRequest,
  loginResponse,
  registerUserRequest,
  registerUserResponse
};
