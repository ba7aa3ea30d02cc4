// Generated from openapi/ by `npm run generate`. Do not edit.

var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// ../../node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "../../node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var loginRequest = validate10;
var schema11 = { "type": "object", "required": [], "oneOf": [{ "type": "object", "required": ["account", "authType", "password"], "properties": { "account": { "type": "string", "minLength": 1 }, "authType": { "type": "string", "enum": ["1"] }, "password": { "type": "string", "format": "password", "minLength": 1 } }, "additionalProperties": false }, { "type": "object", "required": ["account", "authType", "captchaToken"], "properties": { "account": { "type": "string", "minLength": 1 }, "authType": { "type": "string", "enum": ["2"] }, "captchaToken": { "type": "string", "format": "password", "minLength": 1 } }, "additionalProperties": false }], "discriminator": { "propertyName": "authType" } };
var func2 = require_ucs2length().default;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    const tag0 = data.authType;
    if (typeof tag0 == "string") {
      if (tag0 === "1") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.account === void 0) {
            const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "account" } };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
          if (data.authType === void 0) {
            const err1 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "authType" } };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
          if (data.password === void 0) {
            const err2 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "password" } };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          for (const key0 in data) {
            if (!(key0 === "account" || key0 === "authType" || key0 === "password")) {
              const err3 = { instancePath, schemaPath: "#/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
          if (data.account !== void 0) {
            let data0 = data.account;
            if (typeof data0 === "string") {
              if (func2(data0) < 1) {
                const err4 = { instancePath: instancePath + "/account", schemaPath: "#/oneOf/0/properties/account/minLength", keyword: "minLength", params: { limit: 1 } };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            } else {
              const err5 = { instancePath: instancePath + "/account", schemaPath: "#/oneOf/0/properties/account/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          if (data.authType !== void 0) {
            let data1 = data.authType;
            if (typeof data1 !== "string") {
              const err6 = { instancePath: instancePath + "/authType", schemaPath: "#/oneOf/0/properties/authType/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (!(data1 === "1")) {
              const err7 = { instancePath: instancePath + "/authType", schemaPath: "#/oneOf/0/properties/authType/enum", keyword: "enum", params: { allowedValues: schema11.oneOf[0].properties.authType.enum } };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
          if (data.password !== void 0) {
            let data2 = data.password;
            if (typeof data2 === "string") {
              if (func2(data2) < 1) {
                const err8 = { instancePath: instancePath + "/password", schemaPath: "#/oneOf/0/properties/password/minLength", keyword: "minLength", params: { limit: 1 } };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            } else {
              const err9 = { instancePath: instancePath + "/password", schemaPath: "#/oneOf/0/properties/password/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          }
        } else {
          const err10 = { instancePath, schemaPath: "#/oneOf/0/type", keyword: "type", params: { type: "object" } };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else if (tag0 === "2") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.account === void 0) {
            const err11 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "account" } };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (data.authType === void 0) {
            const err12 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "authType" } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (data.captchaToken === void 0) {
            const err13 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "captchaToken" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          for (const key1 in data) {
            if (!(key1 === "account" || key1 === "authType" || key1 === "captchaToken")) {
              const err14 = { instancePath, schemaPath: "#/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
          if (data.account !== void 0) {
            let data3 = data.account;
            if (typeof data3 === "string") {
              if (func2(data3) < 1) {
                const err15 = { instancePath: instancePath + "/account", schemaPath: "#/oneOf/1/properties/account/minLength", keyword: "minLength", params: { limit: 1 } };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            } else {
              const err16 = { instancePath: instancePath + "/account", schemaPath: "#/oneOf/1/properties/account/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
          if (data.authType !== void 0) {
            let data4 = data.authType;
            if (typeof data4 !== "string") {
              const err17 = { instancePath: instancePath + "/authType", schemaPath: "#/oneOf/1/properties/authType/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (!(data4 === "2")) {
              const err18 = { instancePath: instancePath + "/authType", schemaPath: "#/oneOf/1/properties/authType/enum", keyword: "enum", params: { allowedValues: schema11.oneOf[1].properties.authType.enum } };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
          if (data.captchaToken !== void 0) {
            let data5 = data.captchaToken;
            if (typeof data5 === "string") {
              if (func2(data5) < 1) {
                const err19 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/oneOf/1/properties/captchaToken/minLength", keyword: "minLength", params: { limit: 1 } };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            } else {
              const err20 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/oneOf/1/properties/captchaToken/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        } else {
          const err21 = { instancePath, schemaPath: "#/oneOf/1/type", keyword: "type", params: { type: "object" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "authType", tagValue: tag0 } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    } else {
      const err23 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "authType", tagValue: tag0 } };
      if (vErrors === null) {
        vErrors = [err23];
      } else {
        vErrors.push(err23);
      }
      errors++;
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var loginResponse = validate11;
var schema12 = { "anyOf": [{ "type": "object", "required": ["code", "msg", "data"], "properties": { "code": { "oneOf": [{ "type": "integer", "enum": [0] }, { "type": "string", "enum": ["0"] }] }, "msg": { "type": "string" }, "data": { "type": "object", "required": ["userInfo", "sessionInfo"], "properties": { "userInfo": { "type": "object", "required": ["userId", "firstname", "phone"], "properties": { "userId": { "type": "string" }, "firstname": { "type": "string" }, "surname": { "type": "string" }, "phone": { "type": "string" }, "email": { "type": "string" } } }, "sessionInfo": { "type": "object", "required": ["accessToken", "expiresIn", "issuedAt", "refreshToken"], "properties": { "accessToken": { "type": "string", "format": "password" }, "expiresIn": { "type": "integer", "format": "int64" }, "issuedAt": { "type": "string" }, "refreshToken": { "type": "string", "format": "password" } } } } } } }, { "type": "object", "required": ["code", "msg"], "properties": { "code": { "oneOf": [{ "type": "integer", "not": { "enum": [0] } }, { "type": "string", "not": { "enum": ["0"] } }] }, "msg": { "type": "string" } } }] };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "code" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.msg === void 0) {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "msg" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.data === void 0) {
      const err2 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "data" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.code !== void 0) {
      let data0 = data.code;
      const _errs4 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs5 = errors;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err3 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/0/type", keyword: "type", params: { type: "integer" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data0 === 0)) {
        const err4 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/0/enum", keyword: "enum", params: { allowedValues: schema12.anyOf[0].properties.code.oneOf[0].enum } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid1 = _errs5 === errors;
      if (_valid1) {
        valid2 = true;
        passing0 = 0;
      }
      const _errs7 = errors;
      if (typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/1/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data0 === "0")) {
        const err6 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/1/enum", keyword: "enum", params: { allowedValues: schema12.anyOf[0].properties.code.oneOf[1].enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid1 = _errs7 === errors;
      if (_valid1 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid1) {
          valid2 = true;
          passing0 = 1;
        }
      }
      if (!valid2) {
        const err7 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs4;
        if (vErrors !== null) {
          if (_errs4) {
            vErrors.length = _errs4;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.msg !== void 0) {
      if (typeof data.msg !== "string") {
        const err8 = { instancePath: instancePath + "/msg", schemaPath: "#/anyOf/0/properties/msg/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.data !== void 0) {
      let data2 = data.data;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.userInfo === void 0) {
          const err9 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/required", keyword: "required", params: { missingProperty: "userInfo" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data2.sessionInfo === void 0) {
          const err10 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/required", keyword: "required", params: { missingProperty: "sessionInfo" } };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data2.userInfo !== void 0) {
          let data3 = data2.userInfo;
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.userId === void 0) {
              const err11 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/required", keyword: "required", params: { missingProperty: "userId" } };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data3.firstname === void 0) {
              const err12 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/required", keyword: "required", params: { missingProperty: "firstname" } };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data3.phone === void 0) {
              const err13 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/required", keyword: "required", params: { missingProperty: "phone" } };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data3.userId !== void 0) {
              if (typeof data3.userId !== "string") {
                const err14 = { instancePath: instancePath + "/data/userInfo/userId", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/properties/userId/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data3.firstname !== void 0) {
              if (typeof data3.firstname !== "string") {
                const err15 = { instancePath: instancePath + "/data/userInfo/firstname", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/properties/firstname/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data3.surname !== void 0) {
              if (typeof data3.surname !== "string") {
                const err16 = { instancePath: instancePath + "/data/userInfo/surname", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/properties/surname/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data3.phone !== void 0) {
              if (typeof data3.phone !== "string") {
                const err17 = { instancePath: instancePath + "/data/userInfo/phone", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/properties/phone/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data3.email !== void 0) {
              if (typeof data3.email !== "string") {
                const err18 = { instancePath: instancePath + "/data/userInfo/email", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/properties/email/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/data/userInfo", schemaPath: "#/anyOf/0/properties/data/properties/userInfo/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data2.sessionInfo !== void 0) {
          let data9 = data2.sessionInfo;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.accessToken === void 0) {
              const err20 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "accessToken" } };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data9.expiresIn === void 0) {
              const err21 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "expiresIn" } };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data9.issuedAt === void 0) {
              const err22 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "issuedAt" } };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data9.refreshToken === void 0) {
              const err23 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "refreshToken" } };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data9.accessToken !== void 0) {
              if (!(typeof data9.accessToken === "string")) {
                const err24 = { instancePath: instancePath + "/data/sessionInfo/accessToken", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/accessToken/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data9.expiresIn !== void 0) {
              let data11 = data9.expiresIn;
              if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                const err25 = { instancePath: instancePath + "/data/sessionInfo/expiresIn", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/expiresIn/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data9.issuedAt !== void 0) {
              if (typeof data9.issuedAt !== "string") {
                const err26 = { instancePath: instancePath + "/data/sessionInfo/issuedAt", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/issuedAt/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data9.refreshToken !== void 0) {
              if (!(typeof data9.refreshToken === "string")) {
                const err27 = { instancePath: instancePath + "/data/sessionInfo/refreshToken", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/refreshToken/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
          } else {
            const err28 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
  } else {
    const err30 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
      vErrors.push(err30);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs35 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        const err31 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "code" } };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (data.msg === void 0) {
        const err32 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "msg" } };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (data.code !== void 0) {
        let data14 = data.code;
        const _errs38 = errors;
        let valid7 = false;
        let passing1 = null;
        const _errs39 = errors;
        if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
          const err33 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/0/type", keyword: "type", params: { type: "integer" } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        const _errs41 = errors;
        const _errs42 = errors;
        if (!(data14 === 0)) {
          const err34 = {};
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        var valid8 = _errs42 === errors;
        if (valid8) {
          const err35 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/0/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        } else {
          errors = _errs41;
          if (vErrors !== null) {
            if (_errs41) {
              vErrors.length = _errs41;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs39 === errors;
        if (_valid2) {
          valid7 = true;
          passing1 = 0;
        }
        const _errs43 = errors;
        if (typeof data14 !== "string") {
          const err36 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/1/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        const _errs45 = errors;
        const _errs46 = errors;
        if (!(data14 === "0")) {
          const err37 = {};
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        var valid9 = _errs46 === errors;
        if (valid9) {
          const err38 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/1/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        } else {
          errors = _errs45;
          if (vErrors !== null) {
            if (_errs45) {
              vErrors.length = _errs45;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs43 === errors;
        if (_valid2 && valid7) {
          valid7 = false;
          passing1 = [passing1, 1];
        } else {
          if (_valid2) {
            valid7 = true;
            passing1 = 1;
          }
        }
        if (!valid7) {
          const err39 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 } };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        } else {
          errors = _errs38;
          if (vErrors !== null) {
            if (_errs38) {
              vErrors.length = _errs38;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          const err40 = { instancePath: instancePath + "/msg", schemaPath: "#/anyOf/1/properties/msg/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
    } else {
      const err41 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err41];
      } else {
        vErrors.push(err41);
      }
      errors++;
    }
    var _valid0 = _errs35 === errors;
    valid0 = valid0 || _valid0;
  }
  if (!valid0) {
    const err42 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err42];
    } else {
      vErrors.push(err42);
    }
    errors++;
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
var schema13 = { "type": "object", "required": ["firstname", "phone", "captchaToken", "password"], "properties": { "firstname": { "type": "string", "minLength": 1 }, "surname": { "type": "string" }, "phone": { "type": "string", "minLength": 1 }, "email": { "type": "string", "anyOf": [{ "type": "string", "format": "email" }, { "type": "string", "pattern": "^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|\"(?:[ !#-\\[\\]-~]|\\\\[ -~]){0,62}\")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[!-Z^-~]+\\])$" }, { "type": "string", "enum": [""] }] }, "captchaToken": { "type": "string", "format": "password", "minLength": 1 }, "password": { "type": "string", "format": "password", "minLength": 1 } }, "additionalProperties": false };
var formats0 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
var pattern0 = new RegExp("^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|\"(?:[ !#-\\[\\]-~]|\\\\[ -~]){0,62}\")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[!-Z^-~]+\\])$", "u");
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.firstname === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "firstname" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.phone === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phone" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.captchaToken === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "captchaToken" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.password === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "password" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "firstname" || key0 === "surname" || key0 === "phone" || key0 === "email" || key0 === "captchaToken" || key0 === "password")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.firstname !== void 0) {
      let data0 = data.firstname;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err5 = { instancePath: instancePath + "/firstname", schemaPath: "#/properties/firstname/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/firstname", schemaPath: "#/properties/firstname/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.surname !== void 0) {
      if (typeof data.surname !== "string") {
        const err7 = { instancePath: instancePath + "/surname", schemaPath: "#/properties/surname/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.phone !== void 0) {
      let data2 = data.phone;
      if (typeof data2 === "string") {
        if (func2(data2) < 1) {
          const err8 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data3 = data.email;
      if (typeof data3 !== "string") {
        const err10 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      const _errs10 = errors;
      let valid1 = false;
      const _errs11 = errors;
      if (typeof data3 === "string") {
        if (!formats0.test(data3)) {
          const err11 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf/0/format", keyword: "format", params: { format: "email" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf/0/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      var _valid0 = _errs11 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const _errs13 = errors;
        if (typeof data3 === "string") {
          if (!pattern0.test(data3)) {
            const err13 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|\"(?:[ !#-\\[\\]-~]|\\\\[ -~]){0,62}\")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[!-Z^-~]+\\])$" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        } else {
          const err14 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf/1/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        var _valid0 = _errs13 === errors;
        valid1 = valid1 || _valid0;
        if (!valid1) {
          const _errs15 = errors;
          if (typeof data3 !== "string") {
            const err15 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf/2/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (!(data3 === "")) {
            const err16 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf/2/enum", keyword: "enum", params: { allowedValues: schema13.properties.email.anyOf[2].enum } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          var _valid0 = _errs15 === errors;
          valid1 = valid1 || _valid0;
        }
      }
      if (!valid1) {
        const err17 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/anyOf", keyword: "anyOf", params: {} };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
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
      let data4 = data.captchaToken;
      if (typeof data4 === "string") {
        if (func2(data4) < 1) {
          const err18 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/properties/captchaToken/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/captchaToken", schemaPath: "#/properties/captchaToken/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.password !== void 0) {
      let data5 = data.password;
      if (typeof data5 === "string") {
        if (func2(data5) < 1) {
          const err20 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}
var registerUserResponse = validate13;
var schema14 = { "anyOf": [{ "type": "object", "required": ["code", "msg", "data"], "properties": { "code": { "oneOf": [{ "type": "integer", "enum": [0] }, { "type": "string", "enum": ["0"] }] }, "msg": { "type": "string" }, "data": { "type": "object", "required": ["userId", "phone", "sessionInfo"], "properties": { "userId": { "type": "string" }, "phone": { "type": "string" }, "sessionInfo": { "type": "object", "required": ["accessToken", "expiresIn", "issuedAt", "refreshToken"], "properties": { "accessToken": { "type": "string", "format": "password" }, "expiresIn": { "type": "integer", "format": "int64" }, "issuedAt": { "type": "string" }, "refreshToken": { "type": "string", "format": "password" } } } } } } }, { "type": "object", "required": ["code", "msg"], "properties": { "code": { "oneOf": [{ "type": "integer", "not": { "enum": [0] } }, { "type": "string", "not": { "enum": ["0"] } }] }, "msg": { "type": "string" } } }] };
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "code" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.msg === void 0) {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "msg" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.data === void 0) {
      const err2 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "data" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.code !== void 0) {
      let data0 = data.code;
      const _errs4 = errors;
      let valid2 = false;
      let passing0 = null;
      const _errs5 = errors;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err3 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/0/type", keyword: "type", params: { type: "integer" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data0 === 0)) {
        const err4 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/0/enum", keyword: "enum", params: { allowedValues: schema14.anyOf[0].properties.code.oneOf[0].enum } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid1 = _errs5 === errors;
      if (_valid1) {
        valid2 = true;
        passing0 = 0;
      }
      const _errs7 = errors;
      if (typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/1/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data0 === "0")) {
        const err6 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf/1/enum", keyword: "enum", params: { allowedValues: schema14.anyOf[0].properties.code.oneOf[1].enum } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid1 = _errs7 === errors;
      if (_valid1 && valid2) {
        valid2 = false;
        passing0 = [passing0, 1];
      } else {
        if (_valid1) {
          valid2 = true;
          passing0 = 1;
        }
      }
      if (!valid2) {
        const err7 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/0/properties/code/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      } else {
        errors = _errs4;
        if (vErrors !== null) {
          if (_errs4) {
            vErrors.length = _errs4;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.msg !== void 0) {
      if (typeof data.msg !== "string") {
        const err8 = { instancePath: instancePath + "/msg", schemaPath: "#/anyOf/0/properties/msg/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.data !== void 0) {
      let data2 = data.data;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.userId === void 0) {
          const err9 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/required", keyword: "required", params: { missingProperty: "userId" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data2.phone === void 0) {
          const err10 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/required", keyword: "required", params: { missingProperty: "phone" } };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data2.sessionInfo === void 0) {
          const err11 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/required", keyword: "required", params: { missingProperty: "sessionInfo" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data2.userId !== void 0) {
          if (typeof data2.userId !== "string") {
            const err12 = { instancePath: instancePath + "/data/userId", schemaPath: "#/anyOf/0/properties/data/properties/userId/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.phone !== void 0) {
          if (typeof data2.phone !== "string") {
            const err13 = { instancePath: instancePath + "/data/phone", schemaPath: "#/anyOf/0/properties/data/properties/phone/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data2.sessionInfo !== void 0) {
          let data5 = data2.sessionInfo;
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.accessToken === void 0) {
              const err14 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "accessToken" } };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (data5.expiresIn === void 0) {
              const err15 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "expiresIn" } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data5.issuedAt === void 0) {
              const err16 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "issuedAt" } };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data5.refreshToken === void 0) {
              const err17 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/required", keyword: "required", params: { missingProperty: "refreshToken" } };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data5.accessToken !== void 0) {
              if (!(typeof data5.accessToken === "string")) {
                const err18 = { instancePath: instancePath + "/data/sessionInfo/accessToken", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/accessToken/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data5.expiresIn !== void 0) {
              let data7 = data5.expiresIn;
              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                const err19 = { instancePath: instancePath + "/data/sessionInfo/expiresIn", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/expiresIn/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data5.issuedAt !== void 0) {
              if (typeof data5.issuedAt !== "string") {
                const err20 = { instancePath: instancePath + "/data/sessionInfo/issuedAt", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/issuedAt/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data5.refreshToken !== void 0) {
              if (!(typeof data5.refreshToken === "string")) {
                const err21 = { instancePath: instancePath + "/data/sessionInfo/refreshToken", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/properties/refreshToken/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/data/sessionInfo", schemaPath: "#/anyOf/0/properties/data/properties/sessionInfo/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/data", schemaPath: "#/anyOf/0/properties/data/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs27 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.code === void 0) {
        const err25 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "code" } };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (data.msg === void 0) {
        const err26 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "msg" } };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (data.code !== void 0) {
        let data10 = data.code;
        const _errs30 = errors;
        let valid6 = false;
        let passing1 = null;
        const _errs31 = errors;
        if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
          const err27 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/0/type", keyword: "type", params: { type: "integer" } };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        const _errs33 = errors;
        const _errs34 = errors;
        if (!(data10 === 0)) {
          const err28 = {};
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        var valid7 = _errs34 === errors;
        if (valid7) {
          const err29 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/0/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        } else {
          errors = _errs33;
          if (vErrors !== null) {
            if (_errs33) {
              vErrors.length = _errs33;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs31 === errors;
        if (_valid2) {
          valid6 = true;
          passing1 = 0;
        }
        const _errs35 = errors;
        if (typeof data10 !== "string") {
          const err30 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/1/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        const _errs37 = errors;
        const _errs38 = errors;
        if (!(data10 === "0")) {
          const err31 = {};
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        var valid8 = _errs38 === errors;
        if (valid8) {
          const err32 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf/1/not", keyword: "not", params: {} };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        } else {
          errors = _errs37;
          if (vErrors !== null) {
            if (_errs37) {
              vErrors.length = _errs37;
            } else {
              vErrors = null;
            }
          }
        }
        var _valid2 = _errs35 === errors;
        if (_valid2 && valid6) {
          valid6 = false;
          passing1 = [passing1, 1];
        } else {
          if (_valid2) {
            valid6 = true;
            passing1 = 1;
          }
        }
        if (!valid6) {
          const err33 = { instancePath: instancePath + "/code", schemaPath: "#/anyOf/1/properties/code/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 } };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        } else {
          errors = _errs30;
          if (vErrors !== null) {
            if (_errs30) {
              vErrors.length = _errs30;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== void 0) {
        if (typeof data.msg !== "string") {
          const err34 = { instancePath: instancePath + "/msg", schemaPath: "#/anyOf/1/properties/msg/type", keyword: "type", params: { type: "string" } };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      }
    } else {
      const err35 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err35];
      } else {
        vErrors.push(err35);
      }
      errors++;
    }
    var _valid0 = _errs27 === errors;
    valid0 = valid0 || _valid0;
  }
  if (!valid0) {
    const err36 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
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
